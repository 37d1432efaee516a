export { replaceWords as indexNames } from './store/names.ts'
