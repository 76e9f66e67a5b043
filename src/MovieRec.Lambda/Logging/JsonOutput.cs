using System.Buffers;
using System.Text.Json;
using MovieRec.Api.Logging;

namespace MovieRec.Lambda.Logging;

/// <summary>Output of one JSON object per line, written at once.</summary>
/// <remarks>Lambda may freeze the function after its response; buffered lines would then appear with the next request or never.</remarks>
internal sealed class JsonOutput : IDisposable
{
    private readonly Lock _gate = new();
    private readonly ArrayBufferWriter<byte> _line = new(1024);
    private readonly Utf8JsonWriter _writer;
    private readonly Stream _output;
    private readonly TimeProvider _clock;

    public JsonOutput(Stream output, TimeProvider clock)
    {
        _output = output;
        _clock = clock;
        _writer = new Utf8JsonWriter(_line);
    }

    /// <param name="level">The name of a <c>LogLevel</c>.</param>
    /// <param name="state">The argument of <paramref name="fields"/>.</param>
    /// <param name="fields">Writes the fields after time and level.</param>
    public void Write<TState>(string level, TState state, Action<Utf8JsonWriter, TState> fields)
    {
        lock (_gate)
        {
            _line.ResetWrittenCount();
            _writer.Reset();
            LogLine.Begin(_writer, _clock.GetUtcNow(), level);
            fields(_writer, state);
            _writer.WriteEndObject();
            _writer.Flush();
            _line.Write("\n"u8);
            _output.Write(_line.WrittenSpan);
            _output.Flush();
        }
    }

    public void Dispose() => _writer.Dispose();
}
