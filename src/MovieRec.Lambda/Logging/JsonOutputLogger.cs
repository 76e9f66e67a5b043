using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace MovieRec.Lambda.Logging;

/// <summary>The messages of the functions and their stores, each with the request that it is about.</summary>
internal sealed class JsonOutputLogger(string source, JsonOutput output, CurrentInvocation current) : ILogger
{
    private const string RequestId = "RequestId";

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel is >= LogLevel.Information and not LogLevel.None;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (!IsEnabled(logLevel))
            return;
        var message = eventId.Name is null || logLevel >= LogLevel.Warning ? formatter(state, exception) : null;
        output.Write(
            logLevel.ToString(),
            (Logger: this, Event: eventId.Name, Message: message, Fields: state as IReadOnlyList<KeyValuePair<string, object?>>, Exception: exception),
            static (writer, line) => line.Logger.Write(writer, line.Event, line.Message, line.Fields, line.Exception));
    }

    private void Write(
        Utf8JsonWriter writer, string? eventName, string? message, IReadOnlyList<KeyValuePair<string, object?>>? fields, Exception? exception)
    {
        writer.WriteString("source"u8, source);
        if (current.RequestId is not null)
            writer.WriteString("requestId"u8, current.RequestId);
        if (current.TraceId is not null)
            writer.WriteString("traceId"u8, current.TraceId);
        if (eventName is not null)
            writer.WriteString("event"u8, eventName);
        if (message is not null)
            writer.WriteString("message"u8, message);
        for (var at = 0; at < fields?.Count; at++)
        {
            if (fields[at].Key != "{OriginalFormat}" && (fields[at].Key != RequestId || current.RequestId is null))
                WriteField(writer, fields[at].Key, fields[at].Value);
        }

        if (exception is not null)
            writer.WriteString("exception"u8, exception.ToString());
    }

    private static void WriteField(Utf8JsonWriter writer, string name, object? value)
    {
        writer.WritePropertyName(JsonNamingPolicy.CamelCase.ConvertName(name));
        switch (value)
        {
            case int number:
                writer.WriteNumberValue(number);
                break;
            case double number when double.IsFinite(number):
                writer.WriteNumberValue(Math.Round(number, 3));
                break;
            default:
                writer.WriteStringValue(value?.ToString());
                break;
        }
    }
}
