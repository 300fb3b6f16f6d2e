import type { World } from "../world";
import type { Call } from "./call";

/** `jdbc:postgresql://host:5432/database`. */
const JDBC = /\bjdbc:([a-z]+):\/\/([\w.-]+)(?::(\d{1,5}))?/g;

/** The calls to databases outside of the cluster that a component's configuration names. */
export function databases(world: World): readonly Call[] {
  return world.components.flatMap((component) => {
    const [source = component.id] = component.things;
    return (world.texts.get(component) ?? [])
      .flatMap((text) => [...text.matchAll(JDBC)])
      .filter(([, , host = ""]) => !/\.svc(\.|$)/.test(host))
      .map(([, engine = "", host = "", port]): Call => {
        const to = `Databases/${engine} ${host.split(".")[0]}`;
        return { from: component.id, to, ports: port === undefined ? [] : [port], kind: "traffic", source };
      });
  });
}
