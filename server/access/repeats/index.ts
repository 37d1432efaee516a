export { forgetOldAnswers, openRepeats } from './repeats.ts'
