export { createEntity, readEntities, type NewEntity } from './legal-entities.ts'
