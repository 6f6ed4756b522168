export { estimatePrint, type PrintEstimate } from './print.ts'
