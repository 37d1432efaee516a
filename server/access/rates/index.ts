export { forgetOldWindows, giveBack, takeHit, type Rate } from './rates.ts'
