// Which addresses may be dialled: public ones only. Every other form (private, local, link-local, embedded in IPv6, documentation) is
// refused, whatever way it is written, since a page or a feed may name any (field/security.md 3).
import ipaddr from 'ipaddr.js'

/**
 * `literal` is an IP address as a resolver or an URL gives it, with or without brackets. False for anything that is none, and for the
 * forms of IPv6 that carry an IPv4 address inside, in which a private one could hide.
 */
export function isPublicAddress(literal: string): boolean {
  const bare = literal.replace(/^\[|\]$/g, '')
  if (!ipaddr.isValid(bare)) return false
  return ipaddr.process(bare).range() === 'unicast'
}

/** True where a host is an address itself and no name: resolvers are never asked for these, so a check there would be passed by. */
export const isAddressLiteral = (host: string): boolean => ipaddr.isValid(host.replace(/^\[|\]$/g, ''))
