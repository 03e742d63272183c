// The few standard globals that the core may use on every platform, since it is compiled without Node's and the browser's types.

declare class TextDecoder {
  constructor(label?: string, options?: {fatal?: boolean; ignoreBOM?: boolean})
  decode(input?: Uint8Array, options?: {stream?: boolean}): string
}
declare class TextEncoder {
  encode(input?: string): Uint8Array
}
declare class URL {
  constructor(url: string, base?: string)
  href: string
  protocol: string
  hostname: string
  host: string
  pathname: string
  search: string
  hash: string
  readonly searchParams: {delete(name: string): void; get(name: string): string | null; keys(): IterableIterator<string>}
}
