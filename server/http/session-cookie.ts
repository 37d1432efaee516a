import cookie from '@fastify/cookie'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'

const YEAR = 365 * 24 * 60 * 60
const MONTH = 30 * 24 * 60 * 60

export type SessionCookie = {
  readonly tokenOf: (request: FastifyRequest) => string | undefined
}

declare module 'fastify' {
  interface FastifyRequest {
    /** What this browser was given at its last sign-in; '' when it never signed in here. */
    deviceProof: () => string
  }
  interface FastifyReply {
    /** Hands the browser its session and the proof that it signed in here; null takes the session away. */
    setSession: (session: { token: string; deviceProof: string } | null) => FastifyReply
  }
}

/**
 * Keeps the session token in a cookie that scripts cannot read. Over https its name begins with
 * __Host-, which no subdomain and no plain-http page can overwrite (RFC 6265bis §4.1.3.2). The
 * database says when a session ends; the cookie only must not end earlier.
 */
export async function useSessionCookie(
  app: FastifyInstance,
  { isHttps }: { isHttps: boolean },
): Promise<SessionCookie> {
  await app.register(cookie)
  const name = isHttps ? '__Host-goodterms' : 'goodterms'
  const device = `${name}-device`
  const attributes = { path: '/', httpOnly: true, sameSite: 'lax', secure: isHttps } as const

  app.decorateRequest('deviceProof', function deviceProof(this: FastifyRequest) {
    return this.cookies[device] ?? ''
  })
  app.decorateReply('setSession', function setSession(this: FastifyReply, session) {
    if (!session) return this.clearCookie(name, attributes)
    this.setCookie(device, session.deviceProof, { ...attributes, maxAge: YEAR })
    return this.setCookie(name, session.token, { ...attributes, maxAge: MONTH })
  })
  return { tokenOf: (request) => request.cookies[name] }
}
