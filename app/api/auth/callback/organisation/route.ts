export { organisationCallback as GET } from '#app/_next/auth'
