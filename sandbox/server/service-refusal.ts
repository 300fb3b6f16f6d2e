/**
 * A request that the service would turn down, or that the sandbox can't answer. The engine shows its message alone, without a stack: the message says what was
 * given, what is allowed and how to mend it.
 */
export class ServiceRefusal extends Error {
  override readonly name = "ServiceRefusal";
}
