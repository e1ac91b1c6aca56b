import createNextIntlPlugin from 'next-intl/plugin'

const withNextIntl = createNextIntlPlugin({
  requestConfig: './app/_next/words.ts',
  experimental: {
    // ICU is parsed once, at the build: less script for the browser, less work for every page.
    messages: { path: './messages', locales: ['uk', 'en'], format: 'json', precompile: true },
  },
})

/** @type {import('next').NextConfig} */
const config = {
  poweredByHeader: false,
  // The entry compresses, after it has seen what is answered.
  compress: false,
  reactStrictMode: true,
  // `npm run check` type-checks the whole project; a start should not wait for it a second time.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: [
    'pg',
    'pg-boss',
    'pino',
    'nodemailer',
    '@node-rs/argon2',
    'sharp',
    'pdfkit',
    'jsonld',
  ],
  experimental: { serverActions: { bodySizeLimit: '1mb' } },
}

export default withNextIntl(config)
