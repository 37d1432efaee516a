import cookie from '@fastify/cookie'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'

export type SessionCookie = {
  readonly tokenOf: (request: FastifyRequest) => string | undefined
}

declare module 'fastify' {
  interface FastifyReply {
    /** Hands the browser its session; null takes it away. */
    setSession: (session: { token: string; secondsToLive: number } | null) => FastifyReply
  }
}

/**
 * Keeps the session token in a cookie that scripts cannot read. Over https its name begins with
 * __Host-, which no subdomain and no plain-http page can overwrite (RFC 6265bis §4.1.3.2).
 */
export async function useSessionCookie(
  app: FastifyInstance,
  { isHttps }: { isHttps: boolean },
): Promise<SessionCookie> {
  await app.register(cookie)
  const name = isHttps ? '__Host-goodterms' : 'goodterms'
  const attributes = { path: '/', httpOnly: true, sameSite: 'lax', secure: isHttps } as const

  app.decorateReply('setSession', function setSession(this: FastifyReply, session) {
    return session
      ? this.setCookie(name, session.token, { ...attributes, maxAge: session.secondsToLive })
      : this.clearCookie(name, attributes)
  })
  return { tokenOf: (request) => request.cookies[name] }
}
