/**
 * What a request asks for, read strictly; or why it is refused. ETSI GS QKD 014 V1.1.1 (2019-02), clauses
 * 5 and 6; what of it could be checked against which source stands in docs/key-delivery.md.
 */
export interface KmeRequest {
  readonly method: string;
  /** As on the request line: path, and query if there is one. */
  readonly path: string;
  /** Whom the client's certificate names, as the TLS layer checked it; null: nobody. */
  readonly sae: string | null;
  readonly body: string | null;
}

/** `other`: the SAE in the path, which is always the one at the far end. */
export type Call =
  | { readonly ask: 'status'; readonly other: string }
  | {
      readonly ask: 'enc_keys';
      readonly other: string;
      readonly number: number;
      /** Bits. */
      readonly size: number;
    }
  | { readonly ask: 'dec_keys'; readonly other: string; readonly keyIds: readonly string[] };

type Details = readonly Readonly<Record<string, unknown>>[];

/** An answer that gives nothing, by HTTP status. */
export interface Refusal {
  readonly status: 400 | 401 | 503;
  readonly message: string;
  readonly details?: Details;
}

/** What one request may ask for; sizes in bits. */
export const LIMITS = {
  keySize: 256,
  minKeySize: 64,
  maxKeySize: 1024,
  maxKeysPerRequest: 128,
  maxBodyLength: 65_536,
} as const;

type Read<T> = { readonly value: T } | { readonly refusal: Refusal };

const bad = (message: string, details?: Details): { readonly refusal: Refusal } => ({
  refusal: { status: 400, message, ...(details && { details }) },
});

const ASKS: ReadonlySet<string> = new Set(['status', 'enc_keys', 'dec_keys']);

/** The call; or a 400. */
export function callIn({ method, path, body }: KmeRequest): Read<Call> {
  const at = path.indexOf('?');
  const segments = (at < 0 ? path : path.slice(0, at)).split('/');
  const [root, api, version, keys, saeSegment = '', ask = '', ...more] = segments;
  const known = root === '' && api === 'api' && version === 'v1' && keys === 'keys';
  if (!known || more.length > 0 || !ASKS.has(ask)) return bad('unknown path');
  const other = decoded(saeSegment);
  if (other === null || other === '') return bad('malformed SAE ID in the path');
  if (method !== 'GET' && (method !== 'POST' || ask === 'status')) {
    return bad('method not supported', [
      { method, supported: ask === 'status' ? 'GET' : 'GET, POST' },
    ]);
  }
  const query = queryIn(at < 0 ? '' : path.slice(at + 1));
  if (query === null) return bad('malformed query');
  if (method === 'POST' && query.size > 0) return bad('a POST takes its parameters in the body');
  const allowed = QUERIES[ask as Call['ask']];
  const unknown = [...query.keys()].find((name) => !allowed.includes(name));
  if (unknown !== undefined) return bad('unknown query parameter', [{ parameter: unknown }]);
  if (ask === 'status') return { value: { ask, other } };
  const given = method === 'GET' ? fromQuery(query) : objectIn(body);
  if (given === null) return bad('malformed JSON');
  return ask === 'enc_keys' ? keyRequest(given, other) : keyIdsRequest(given, other);
}

/** GET is the short form: default keys, or one key by its ID. */
const QUERIES: Readonly<Record<Call['ask'], readonly string[]>> = {
  status: [],
  enc_keys: ['number', 'size'],
  dec_keys: ['key_ID'],
};

type Members = Readonly<Record<string, unknown>>;

function keyRequest(given: Members, other: string): Read<Call> {
  const mandatory = listIn(given, 'extension_mandatory');
  const optional = listIn(given, 'extension_optional');
  const additional = listIn(given, 'additional_slave_SAE_IDs');
  if (!mandatory || !optional || !additional) return bad('malformed key request');
  const { maxKeysPerRequest, minKeySize, maxKeySize, keySize } = LIMITS;
  if (mandatory.length > 0) {
    const names = mandatory.slice(0, maxKeysPerRequest).flatMap(namesIn);
    return bad(
      'not all extension_mandatory parameters are supported',
      names.map((name) => ({ extension_mandatory_unsupported: name })),
    );
  }
  if (additional.length > 0) {
    return bad('additional_slave_SAE_IDs are not supported', [{ max_SAE_ID_count: 0 }]);
  }
  const number = own(given, 'number') ?? 1;
  if (!isWhole(number) || number < 1 || number > maxKeysPerRequest) {
    return bad('number out of range', [{ max_key_per_request: maxKeysPerRequest }]);
  }
  const size = own(given, 'size') ?? keySize;
  if (!isWhole(size)) return bad('size is not a whole number');
  if (size % 8 !== 0) return bad('size shall be a multiple of 8');
  if (size < minKeySize || size > maxKeySize) {
    return bad('size out of range', [{ min_key_size: minKeySize }, { max_key_size: maxKeySize }]);
  }
  return { value: { ask: 'enc_keys', other, number, size } };
}

function keyIdsRequest(given: Members, other: string): Read<Call> {
  const list = listIn(given, 'key_IDs');
  if (!list || list.length === 0) return bad('key_IDs are missing');
  if (list.length > LIMITS.maxKeysPerRequest) {
    return bad('too many key_IDs', [{ max_key_per_request: LIMITS.maxKeysPerRequest }]);
  }
  const keyIds: string[] = [];
  for (const entry of list) {
    const keyId = isObject(entry) ? own(entry, 'key_ID') : undefined;
    if (typeof keyId !== 'string') return bad('malformed key_IDs');
    // A UUID is read in either case and written in lower case (RFC 9562, §4).
    keyIds.push(keyId.toLowerCase());
  }
  return { value: { ask: 'dec_keys', other, keyIds } };
}

function fromQuery(query: ReadonlyMap<string, string>): Members {
  const keyId = query.get('key_ID');
  const numbers = ['number', 'size'].flatMap((name) => {
    const text = query.get(name);
    if (text === undefined) return [];
    // NaN is no whole number, and is refused where numbers are.
    return [[name, /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN]];
  });
  return {
    ...Object.fromEntries(numbers),
    ...(keyId !== undefined && { key_IDs: [{ key_ID: keyId }] }),
  };
}

/** Name and value of each parameter; null if a name comes twice or something cannot be decoded. */
function queryIn(text: string): ReadonlyMap<string, string> | null {
  const query = new Map<string, string>();
  if (text === '') return query;
  for (const pair of text.split('&')) {
    const at = pair.indexOf('=');
    const name = decoded(at < 0 ? pair : pair.slice(0, at));
    const value = decoded(at < 0 ? '' : pair.slice(at + 1));
    if (name === null || value === null || query.has(name)) return null;
    query.set(name, value);
  }
  return query;
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null; // a per cent sign without two digits, or bytes that are no UTF-8
  }
}

function objectIn(body: string | null): Members | null {
  if (body === null || body.length > LIMITS.maxBodyLength) return null;
  try {
    const value: unknown = JSON.parse(body);
    return isObject(value) ? value : null;
  } catch {
    return null; // no JSON
  }
}

function isObject(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function own(given: Members, name: string): unknown {
  return Object.hasOwn(given, name) ? given[name] : undefined;
}

/** A list member; empty where it is absent, null where it is no list. */
function listIn(given: Members, name: string): readonly unknown[] | null {
  const value = own(given, name) ?? [];
  return Array.isArray(value) ? value : null;
}

function isWhole(value: unknown): value is number {
  return Number.isSafeInteger(value);
}

/** The extensions an entry of a list of extensions names. */
function namesIn(entry: unknown): string[] {
  return isObject(entry) ? Object.keys(entry) : [];
}
