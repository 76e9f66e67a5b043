using System.Text.Json;
using MovieRec.Api;
using MovieRec.Api.Outcomes;

namespace MovieRec.Lambda.Logging;

/// <summary>Log line of an invocation, also a CloudWatch embedded metric.</summary>
/// <remarks>
/// Count, latency and errors per function and route come from the log, so no call is made for them. The route is one of the table or
/// a fixed word, never text from the client.
/// </remarks>
internal sealed record InvocationLine
{
    public const string Namespace = "MovieRec";

    private const int ServerError = 500;

    public required FunctionName Function { get; init; }

    /// <summary>The gateway's id if there is one, else Lambda's.</summary>
    public required string RequestId { get; set; }

    /// <summary>Lambda's own id, as in its REPORT line.</summary>
    public required string LambdaRequestId { get; init; }

    public required string? TraceId { get; init; }

    /// <summary>True if the process was started for this invocation.</summary>
    public required bool Cold { get; init; }

    /// <summary>A route such as <c>GET /user/favourites</c>; else <c>unknown</c>, <c>schedule</c> or <c>invalid</c>.</summary>
    public string Route { get; set; } = "invalid";

    /// <summary>The HTTP status; 500 if an error was reported to Lambda.</summary>
    public int Status { get; set; } = ServerError;

    /// <summary>Code of the error in the response; null if there is none.</summary>
    public FailureCode? Error { get; set; }

    public void Write(JsonOutput output, TimeSpan elapsed, long now) => output.Write(
        Status >= ServerError ? "Error" : "Information",
        (Line: this, Milliseconds: Math.Round(elapsed.TotalMilliseconds, 3), Now: now),
        static (writer, state) => state.Line.Write(writer, state.Milliseconds, state.Now));

    private void Write(Utf8JsonWriter writer, double milliseconds, long now)
    {
        writer.WriteString("event"u8, "Invocation"u8);
        writer.WriteString("requestId"u8, RequestId);
        writer.WriteString("lambdaRequestId"u8, LambdaRequestId);
        if (TraceId is not null)
            writer.WriteString("traceId"u8, TraceId);
        writer.WriteString("function"u8, Function.ToString());
        writer.WriteString("route"u8, Route);
        writer.WriteNumber("status"u8, Status);
        if (Error is { } error)
            writer.WriteString("error"u8, error.ToString());
        writer.WriteNumber("ms"u8, milliseconds);
        writer.WriteBoolean("cold"u8, Cold);
        writer.WriteNumber("count"u8, 1);
        writer.WriteNumber("latency"u8, milliseconds);
        writer.WriteNumber("errors"u8, Status >= ServerError ? 1 : 0);
        writer.WritePropertyName("_aws"u8);
        writer.WriteRawValue($$"""
            {"Timestamp":{{now}},"CloudWatchMetrics":[{"Namespace":"{{Namespace}}","Dimensions":[["function","route"]],"Metrics":[{"Name":"count","Unit":"Count"},{"Name":"latency","Unit":"Milliseconds"},{"Name":"errors","Unit":"Count"}]}]}
            """);
    }
}
