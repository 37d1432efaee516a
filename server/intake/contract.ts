export * from './imports/codes/contract.ts'
export * from './imports/contract.ts'
export * from './imports/shapes/contract.ts'
export * from './tables/contract.ts'
