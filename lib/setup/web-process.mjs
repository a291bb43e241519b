// One process of the web server: Next, and before it what compresses its answers. Next could do that
// itself, but knows gzip alone; with brotli a page is a seventh smaller, and costs less to compress.
// Arguments: the address and the port to listen on.
import http from "node:http";
import { constants } from "node:zlib";
import compression from "compression";
import next from "next";

const [hostname, port] = process.argv.slice(2);
const { BROTLI_PARAM_LGWIN, BROTLI_PARAM_QUALITY } = constants;

const compress = compression({
  brotli: {
    // A window of 512 KB holds almost every page whole; each answer that is on its way needs one.
    params: { [BROTLI_PARAM_QUALITY]: 5, [BROTLI_PARAM_LGWIN]: 19 },
  },
});

const app = next({ dev: false, hostname, port: Number(port) });
await app.prepare();
const handle = app.getRequestHandler();
const server = http.createServer((request, response) => {
  compress(request, response, () =>
    handle(request, response).catch((error) => {
      console.error(error);
      if (!response.headersSent) response.statusCode = 500;
      response.end();
    }),
  );
});

let stopping = false;
/** Answers what has been asked, and ends. */
function stop() {
  if (stopping) return;
  stopping = true;
  server.close(async () => {
    await app.close();
    process.exit(0);
  });
}
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, stop);

server.on("error", (error) => {
  console.error(`Cannot listen on ${hostname}, port ${port}: ${error.message}`);
  process.exit(1);
});
server.listen(Number(port), hostname);
