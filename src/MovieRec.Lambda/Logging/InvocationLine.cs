using System.Text.Json;
using MovieRec.Api;
using MovieRec.Api.Outcomes;

namespace MovieRec.Lambda.Logging;

/// <summary>
/// The line that an invocation leaves. It is a CloudWatch embedded metric, too: count, latency and errors by function and route come
/// out of the log, and no call is made for them. It names a route of the table or one of our own words, never what a caller wrote.
/// </summary>
internal sealed record InvocationLine
{
    public const string Namespace = "MovieRec";

    private const int ServerError = 500;

    public required FunctionName Function { get; init; }

    /// <summary>The gateway's id where there is one, else Lambda's.</summary>
    public required string RequestId { get; set; }

    /// <summary>Lambda's own id, as in its REPORT line.</summary>
    public required string LambdaRequestId { get; init; }

    public required string? TraceId { get; init; }

    /// <summary>Whether the process was started for this.</summary>
    public required bool Cold { get; init; }

    /// <summary>Such as <c>GET /user/favourites</c>; <c>unknown</c> for one that is not in the table, <c>schedule</c>, <c>invalid</c>.</summary>
    public string Route { get; set; } = "invalid";

    /// <summary>As in HTTP; 500 for whatever Lambda was told is an error.</summary>
    public int Status { get; set; } = ServerError;

    /// <summary>The code of the error that was answered; null for none.</summary>
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
