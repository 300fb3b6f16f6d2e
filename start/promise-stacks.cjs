/** Function of the SDK that writes down, for each promise, where it was made. Source: @pulumi/pulumi/runtime/debuggable.js. */
const RECORDER = "debuggablePromise";

/**
 * Spares the program the stack traces of its promises. The SDK formats one for each property of each resource, against the day on which a promise leaks and
 * PULUMI_DEBUG_PROMISE_LEAKS is set to ask for them; in a program of some hundred resources that takes longer than all the rest. With that variable set nothing
 * changes, and no other stack trace ever does.
 */
function skipPromiseStacks() {
  if (process.env.PULUMI_DEBUG_PROMISE_LEAKS) return;
  const installed = Error.prepareStackTrace;
  /** @type {WeakMap<Function, Function>} The formatter behind each sparing one: code that puts back what it found gives us the latter. */
  const behind = new WeakMap();
  let current;
  Object.defineProperty(Error, "prepareStackTrace", {
    configurable: true,
    get: () => current,
    set: (given) => {
      const format = behind.get(given) ?? given;
      if (typeof format !== "function") {
        current = format;
        return;
      }
      current = (error, frames) => (frames[0]?.getFunctionName() === RECORDER ? String(error) : format(error, frames));
      behind.set(current, format);
    },
  });
  Error.prepareStackTrace = installed;
}

module.exports = { skipPromiseStacks };
