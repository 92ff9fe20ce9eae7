// The page needs these two names only; the rest of the library is shaken off.
export { Network } from "vis-network/esnext";
export { DataSet } from "vis-data/esnext";
