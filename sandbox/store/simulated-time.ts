/** The moment at which everything in the sandbox is made: a clock would make two runs differ. */
export const SIMULATED_TIME = "2024-06-01T00:00:00Z";
