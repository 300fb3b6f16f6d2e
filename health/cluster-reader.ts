/** What an object of a cluster has whatever its kind. Of a kind's own fields each check names those that it reads. */
export interface LiveObject {
  readonly metadata: {
    readonly name: string;
    /** Left out for objects of the whole cluster. */
    readonly namespace?: string;
    readonly labels?: Readonly<Record<string, string>>;
    /** In the form of RFC 3339, as all times of the API. */
    readonly creationTimestamp?: string;
    /** When its deletion is due; only of an object that is being deleted. */
    readonly deletionTimestamp?: string;
  };
}

/** Where a reader reads. */
export interface ClusterAddress {
  /** Context of the kubeconfig; empty where kubectl has none and speaks as the pod that it runs in. */
  readonly context: string;
  /** Name of the context's cluster in the kubeconfig: the cluster's ARN, where the AWS CLI wrote it. */
  readonly cluster: string;
  /** Address of the API server. */
  readonly server: string;
}

/** Reads from a cluster; writes nothing. All calls throw {@link ReadFailure} for what the cluster refuses or doesn't have. */
export interface ClusterReader {
  address(): Promise<ClusterAddress>;
  /** Every object of a resource in all namespaces. */
  list<T extends LiveObject>(resource: string): Promise<readonly T[]>;
  /**
   * Some fields of every object of a resource, a row for each object, and nothing else of them: what holds secrets is not to be read in full.
   *
   * @param fieldSelector such as `type=kubernetes.io/tls`; the API server picks by it
   * @param paths JSONPath from the object on, such as `.metadata.name`; a field that isn't there is an empty text
   */
  fields(resource: string, fieldSelector: string, paths: readonly string[]): Promise<readonly (readonly string[])[]>;
  /** The answer to a request for a path of the API, such as `/readyz`. */
  raw(path: string): Promise<string>;
}

/** What a cluster refused to tell. The message is the cluster's own. */
export class ReadFailure extends Error {
  override readonly name = "ReadFailure";

  constructor(
    message: string,
    /** Whether the reason is that the cluster doesn't have what was asked for: an API that nothing serves, an object that isn't there. */
    readonly absent: boolean,
  ) {
    super(message);
  }
}

/** What was read, or undefined where the cluster doesn't have it. */
export async function ifPresent<T>(read: Promise<T>): Promise<T | undefined> {
  try {
    return await read;
  } catch (error) {
    if (error instanceof ReadFailure && error.absent) return undefined;
    throw error;
  }
}
