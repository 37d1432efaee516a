export {
  allPlaybooks,
  findPlaybook,
  installDefaultPlaybooks,
  inWordsOf,
  playbooksInForce,
} from './playbooks.ts'
export { playbookRoutes } from './routes.ts'
