export { noteRefusedSignIn, REFUSED_SIGN_IN } from './history.ts'
export { enter, sessionRoutes } from './routes.ts'
export { recognise, startSession, type Recognised } from './sessions.ts'
export { open, type Device, type SignedIn } from './sign-in.ts'
