import { lookup } from 'node:dns/promises'
import { BlockList, isIP } from 'node:net'

// Where nobody outside can be: this machine, private and shared networks, links, tests, groups
// (IANA special-purpose address registries, RFC 6890 and its updates).
const V4 =
  '0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24 192.0.2.0/24 192.88.99.0/24 192.168.0.0/16 198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 224.0.0.0/4 240.0.0.0/4'
const V6 =
  '::/96 64:ff9b::/96 64:ff9b:1::/48 100::/64 2001::/23 2001:db8::/32 2002::/16 3fff::/20 5f00::/16 fc00::/7 fe80::/10 fec0::/10 ff00::/8'

const inside = new BlockList()
for (const subnet of V4.split(' ')) add(subnet, 'ipv4')
for (const subnet of V6.split(' ')) add(subnet, 'ipv6')

function add(subnet: string, type: 'ipv4' | 'ipv6'): void {
  const [network = '', prefix = ''] = subnet.split('/')
  inside.addSubnet(network, Number(prefix), type)
}

/** True for an address that only this machine or its own network can reach. */
export function isInside(address: string): boolean {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1]
  if (mapped !== undefined) return isInside(mapped)
  const version = isIP(address)
  if (version === 0) return true
  return inside.check(address, version === 6 ? 'ipv6' : 'ipv4')
}

/** One address of the host that may be reached; null when there is none or any of them lies inside. */
export async function reachable(
  host: string,
  allowed: readonly string[],
): Promise<{ address: string; family: number } | 'inside' | null> {
  const name = host.replaceAll(/^\[|\]$/g, '')
  const found = await lookup(name, { all: true }).catch(() => [])
  const [first] = found
  if (!first) return null
  if (allowed.includes(name.toLowerCase())) return first
  return found.some(({ address }) => isInside(address)) ? 'inside' : first
}
