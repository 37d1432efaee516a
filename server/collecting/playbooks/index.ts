export {
  allPlaybooks,
  findPlaybook,
  installDefaultPlaybooks,
  playbooksInForce,
} from './playbooks.ts'
export { playbookRoutes } from './routes.ts'
