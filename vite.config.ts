import { tanstackRouter } from '@tanstack/router-plugin/vite'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { routeOptions } from './tooling/routes.ts'

/** `npm start` builds the pages to dist/ and serves them itself; the proxy is for work on pages with `npx vite`. */
export default defineConfig({
  plugins: [tanstackRouter({ ...routeOptions }), react()],
  build: { outDir: 'dist/web', target: 'es2023', sourcemap: false, chunkSizeWarningLimit: 900, manifest: true },
  server: {
    host: '127.0.0.1',
    proxy: { '/api': process.env.LUODI_API ?? 'http://127.0.0.1:8080' },
  },
})
