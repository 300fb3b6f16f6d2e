import { X509Certificate } from "node:crypto";
import { type Check, type Deviation, deviationsOr } from "../check";
import type { Expectation } from "../expectation";
import { CERTIFICATE_LIFE_SHARE } from "../limits";

/** What is read of a TLS Secret; its key stays in the cluster. */
export interface TlsSecret {
  readonly namespace: string;
  readonly name: string;
  /** Name of the cert-manager Certificate that it belongs to; empty for one that somebody else made. */
  readonly certificate: string;
  /** `tls.crt`: certificates in PEM, the server's own first, in Base64. */
  readonly chain: string;
}

const SECONDS_PER_DAY = 86_400;
const PEM = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g;

/**
 * No certificate of a TLS Secret is near its end. One that cert-manager renews has the shorter notice, because its renewal is due only a month before the
 * end; the others have to be renewed by somebody.
 *
 * Source: document 003, section 3 (Monthly Security Deep Dive), step 2 (Secrets of the type `kubernetes.io/tls`, `openssl x509 -enddate`); the notices are
 * `vantage:alerts.renewalNotice` and `certificateNotice`.
 */
export const certificates: Check<readonly TlsSecret[]> = {
  name: "certificates",
  read: async (cluster) => {
    const owner = ".metadata.annotations.cert-manager\\.io/certificate-name";
    const paths = [".metadata.namespace", ".metadata.name", owner, ".data.tls\\.crt"];
    const rows = await cluster.fields("secrets", "type=kubernetes.io/tls", paths);
    return rows.map(([namespace = "", name = "", certificate = "", chain = ""]) => ({
      namespace,
      name,
      certificate,
      chain,
    }));
  },
  judge: (secrets, expectation) => {
    const { renewalNotice, certificateNotice } = expectation;
    const expected = `more than ${certificateNotice} left, ${renewalNotice} where cert-manager renews`;
    return deviationsOr(
      { subject: "all", expected, found: `${secrets.length} of ${secrets.length}` },
      secrets.flatMap((secret) => nearEnd(secret, expectation)),
    );
  },
};

function nearEnd(secret: TlsSecret, expectation: Expectation): readonly Deviation[] {
  const subject = `${secret.namespace}/${secret.name}`;
  const lives = livesIn(secret.chain);
  if (lives === undefined) return [{ subject, expected: "a certificate", found: "tls.crt can't be read as one" }];
  const notice = secret.certificate === "" ? expectation.certificateNotice : expectation.renewalNotice;
  const now = expectation.now.getTime() / 1000;
  return lives.flatMap(({ from, to }) => {
    const wanted = Math.min(notice.seconds, (to - from) * CERTIFICATE_LIFE_SHARE);
    if (to - now > wanted) return [];
    const end = new Date(to * 1000).toISOString().slice(0, 10);
    return [{ subject, expected: `more than ${days(wanted)} left`, found: `${ends(to - now)} (${end})` }];
  });
}

function ends(left: number): string {
  return left < 0 ? `ended ${days(-left)} ago` : `${days(left)} left`;
}

/** Whole days, rounded down; hours below one day. */
function days(seconds: number): string {
  return seconds < SECONDS_PER_DAY ? `${Math.floor(seconds / 3600)}h` : `${Math.floor(seconds / SECONDS_PER_DAY)}d`;
}

/** Begin and end of every certificate of a chain, in seconds since 1970: one that has ended breaks the chain wherever it stands. */
function livesIn(chain: string): readonly { readonly from: number; readonly to: number }[] | undefined {
  const blocks = Buffer.from(chain, "base64").toString("utf8").match(PEM) ?? [];
  try {
    const all = blocks.map((block) => new X509Certificate(block));
    const seconds = (text: string) => Date.parse(text) / 1000;
    return all.length === 0
      ? undefined
      : all.map(({ validFrom, validTo }) => ({ from: seconds(validFrom), to: seconds(validTo) }));
  } catch {
    return undefined;
  }
}
