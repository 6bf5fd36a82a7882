import { type Span, SpanStatusCode, trace as api } from "@opentelemetry/api";
import { OTLPTraceExporter } from "@opentelemetry/exporter-trace-otlp-http";
import { resourceFromAttributes } from "@opentelemetry/resources";
import { BatchSpanProcessor, NodeTracerProvider } from "@opentelemetry/sdk-trace-node";
import type { Facts, SpanName, Trace, Tracing } from "./kernel/tracing.js";

/** How long a node that stops may take to send its last spans. Milliseconds. */
const FAREWELL_MS = 2_000;

const within = async <T>(span: Span, work: () => Promise<T>): Promise<T> => {
  try {
    return await work();
  } catch (error) {
    // Its message may hold what people wrote.
    span.setStatus({ code: SpanStatusCode.ERROR });
    throw error;
  } finally {
    span.end();
  }
};

/**
 * Spans by OpenTelemetry's SDK, sent by OTLP over HTTP. Loaded only where an exporter is set.
 * @param endpoint without `/v1/traces`, as OTEL_EXPORTER_OTLP_ENDPOINT is
 */
export const startTracing = (endpoint: string): Tracing => {
  const exporter = new OTLPTraceExporter({ url: `${endpoint.replace(/\/+$/, "")}/v1/traces` });
  const provider = new NodeTracerProvider({
    resource: resourceFromAttributes({ "service.name": "ordskifte" }),
    spanProcessors: [new BatchSpanProcessor(exporter, { exportTimeoutMillis: FAREWELL_MS })],
  });
  provider.register();
  const tracer = provider.getTracer("ordskifte");
  const trace: Trace = (name: SpanName, attributes: Facts, work) =>
    tracer.startActiveSpan(name, { attributes }, (span) => within(span, work));
  return {
    trace,
    close: async () => {
      api.disable();
      // An exporter that is away keeps nobody from stopping.
      await provider.shutdown().catch(() => undefined);
    },
  };
};
