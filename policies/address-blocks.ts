import * as ipaddr from "ipaddr.js";

/** Prefix of the widest private block, 10.0.0.0/8. Source: RFC 1918, section 3. */
const WIDEST_PRIVATE_IPV4 = 8;

/** Prefix of the block of unique local addresses, fc00::/7. Source: RFC 4193, section 3.1. */
const WIDEST_PRIVATE_IPV6 = 7;

/** Whether a text is a block of addresses, of IPv4 or IPv6: `10.0.0.0/8`. */
export function isBlock(text: string): boolean {
  return ipaddr.isValidCIDR(text);
}

/** Whether a block is wider than any private network: 0.0.0.0/0 and ::/0, but also 0.0.0.0/1, half of the internet. What is no block isn't. */
export function isBroad(block: string): boolean {
  if (!isBlock(block)) return false;
  const [address, prefix] = ipaddr.parseCIDR(block);
  return prefix < (address.kind() === "ipv4" ? WIDEST_PRIVATE_IPV4 : WIDEST_PRIVATE_IPV6);
}
