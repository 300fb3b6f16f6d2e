/** Seconds of a week. */
export const WEEK_SECONDS = 604_800;

/**
 * Seconds from a node's moment in which it prunes: a pod that starts anew within them, after containerd was away or as a new node's, does so too.
 */
export const WINDOW_SECONDS = 3_600;

/**
 * How long one call to containerd may take, as Go writes durations. crictl's own 2 s are less than the removal of a large image takes, and an image that takes longer is
 * passed over without a word. A flag of crictl itself, so it stands before the command.
 *
 * Source: cri-tools 1.30, cmd/crictl/main.go.
 */
const CALL_TIMEOUT = "5m";

/**
 * Seconds from the beginning of time, a Thursday, to the first of this day and hour.
 *
 * @param weekday 0 for Sunday, as cron counts
 */
export function firstMoment(weekday: number, hour: number): number {
  const THURSDAY = 4;
  return ((weekday - THURSDAY + 7) % 7) * 86_400 + hour * 3_600;
}

/**
 * Shell script that prunes once a week and sleeps in between. Each node has a moment of its own, by a checksum of its name, so that all of them don't remove and pull at
 * once. Only images that no container uses go, and no layer of an image that is being pulled; an image that a pod is about to start from is pulled again.
 *
 * The image of the pods' sandboxes has no container, and only its pin keeps it: without it a node starts no pod any more, because containerd has no credentials for the registry it
 * comes from. Before 1.30 crictl removed pinned images as well; where none is pinned, nothing is removed at all.
 *
 * A failure ends the script: a new container gets the socket that containerd has by then.
 *
 * Environment: `NODE_NAME`; `FIRST_MOMENT`, see {@link firstMoment}; `SPREAD_SECONDS`. `CONTAINER_RUNTIME_ENDPOINT` is crictl's own.
 *
 * Source: document 000, section 3 (Action Item 2); cri-tools 1.30, `crictl rmi --prune`, kubernetes-sigs/cri-tools#1356 and #1360 (pinned images); amazon-eks-ami, AL2023 (the pinned
 * sandbox image).
 */
export function pruneScript(): string {
  return `trap 'exit 0' TERM
images() { crictl --timeout ${CALL_TIMEOUT} images -o json; }
count() { printf %s "$1" | grep -o '"id":' | wc -l; }
prune() {
  before=$(images)
  if ! printf %s "$before" | grep -q '"pinned": *true'; then
    echo "No image is pinned, so the sandbox image would go too: nothing is removed." >&2
    exit 1
  fi
  crictl --timeout ${CALL_TIMEOUT} rmi --prune
  after=$(images)
  echo "Images: $(($(count "$before"))) before, $(($(count "$after"))) after"
}
delay=$(( $(printf %s "$NODE_NAME" | cksum | cut -d ' ' -f 1) % SPREAD_SECONDS ))
while :; do
  since=$(( ($(date -u +%s) - FIRST_MOMENT - delay) % ${WEEK_SECONDS} ))
  if [ "$since" -lt ${WINDOW_SECONDS} ]; then
    echo "Pruning images of $NODE_NAME"
    prune
  fi
  rest=$(( ${WEEK_SECONDS} - since ))
  echo "Next in $rest s"
  sleep "$rest" &
  wait $!
done
`;
}
