/** The directives that belong to the machine and not to the configuration: addresses, folder, and that the process stays this process and speaks to its starter. */
export function machineFlags(port: number, busPort: number, folder: string): Readonly<Record<string, string>> {
  return {
    port: String(port),
    "cluster-port": String(busPort),
    bind: "127.0.0.1",
    dir: folder,
    daemonize: "no",
    logfile: "",
  };
}

/**
 * The configuration with another data folder. The server enters the folder when it reads the line, so the command line comes too late for it. Lines keep their numbers.
 */
export function withDataFolder(config: string, folder: string): string {
  return config.replace(/^[ \t]*dir[ \t].*$/gim, `dir ${folder}`);
}
