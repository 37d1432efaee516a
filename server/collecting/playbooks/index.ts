export { findPlaybook, installDefaultPlaybooks, playbooksInForce } from './playbooks.ts'
