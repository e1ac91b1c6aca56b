declare module 'autocannon' {
  type Request = { method?: string; path: string; headers?: Record<string, string>; body?: string }
  type Client = { setRequests: (requests: Request[]) => void }
  type Options = {
    url: string
    connections: number
    duration: number
    timeout: number
    setupClient: (client: Client) => void
  }
  type Result = { errors: number; timeouts: number; duration: number }
  type Run = Promise<Result> & {
    on: (
      event: 'response',
      listener: (client: unknown, status: number, bytes: number, ms: number) => void,
    ) => void
  }
  export default function autocannon(options: Options): Run
}
