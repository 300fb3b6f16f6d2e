/** Identity of `vantage:storage.identities` that the add-on velero uses: it takes bucket, service account and role from it. */
export const VELERO_IDENTITY = "velero";
