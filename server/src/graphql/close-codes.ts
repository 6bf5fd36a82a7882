/** What sockets are closed with. RFC 6455's come first: after these clients come back by themselves. */
export const RESTARTING = 1012;
export const TRY_AGAIN_LATER = 1013;
/** Of graphql-transport-ws; clients do not come back by themselves. */
export const UNAUTHORIZED = 4401;
