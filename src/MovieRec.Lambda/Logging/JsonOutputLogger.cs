using System.Text.Json;
using Microsoft.Extensions.Logging;
using MovieRec.Api.Logging;

namespace MovieRec.Lambda.Logging;

/// <summary>Logger of the functions and their stores; adds the current request to each message.</summary>
internal sealed class JsonOutputLogger(string source, JsonOutput output, CurrentInvocation current) : ILogger
{
    private const string RequestId = "RequestId";

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel is >= LogLevel.Information and not LogLevel.None;

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (!IsEnabled(logLevel))
            return;
        output.Write(
            logLevel.ToString(),
            (Logger: this, Event: eventId.Name, Sentence: LogLine.GetSentence(logLevel, eventId, state, exception, formatter),
                State: (object?)state, Exception: exception),
            static (writer, line) => line.Logger.Write(writer, line.Event, line.Sentence, line.State, line.Exception));
    }

    private void Write(Utf8JsonWriter writer, string? eventName, string? sentence, object? state, Exception? exception)
    {
        writer.WriteString("source"u8, source);
        if (current.RequestId is not null)
            writer.WriteString("requestId"u8, current.RequestId);
        if (current.TraceId is not null)
            writer.WriteString("traceId"u8, current.TraceId);
        LogLine.WriteEvent(writer, eventName, sentence, state, exception, except: current.RequestId is null ? null : RequestId);
    }
}
