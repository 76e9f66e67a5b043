using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using MovieRec.LocalHost.Logging;
using MovieRec.TestKit;

namespace MovieRec.LocalHost.Tests.Logging;

public sealed class JsonLinesLoggerTests
{
    private static readonly List<KeyValuePair<string, object?>> s_state =
        [new("Status", 200), new("Milliseconds", 1.23456), new("Route", "/a\nb"), new("{OriginalFormat}", "x")];

    [Fact]
    public void Log_AnEvent_IsOneJsonLineWithItsFields()
    {
        var line = Lines(logger => logger.Log(LogLevel.Information, new EventId(1, "RequestCompleted"), s_state, null, (_, _) => "said"))
            .ShouldHaveSingleItem();
        line.GetProperty("time").GetString().ShouldBe("2026-11-22T10:00:00.000Z");
        line.GetProperty("level").GetString().ShouldBe("Information");
        line.GetProperty("source").GetString().ShouldBe("Source");
        line.GetProperty("event").GetString().ShouldBe("RequestCompleted");
        line.GetProperty("status").GetInt32().ShouldBe(200);
        line.GetProperty("milliseconds").GetDouble().ShouldBe(1.235);
        line.GetProperty("route").GetString().ShouldBe("/a\nb");
        line.TryGetProperty("message", out _).ShouldBeFalse();
        line.TryGetProperty("{OriginalFormat}", out _).ShouldBeFalse();
    }

    [Fact]
    public void Log_AWarningWithAnException_SaysBoth()
    {
        var line = Lines(logger => logger.Log(
            LogLevel.Warning, new EventId(2, "Broken"), s_state, new InvalidOperationException("why"), (_, _) => "said"))
                .ShouldHaveSingleItem();
        line.GetProperty("message").GetString().ShouldBe("said");
        line.GetProperty("exception").GetString().ShouldNotBeNull().ShouldContain("why");
    }

    [Fact]
    public void Log_FromManyThreads_KeepsEveryLineWhole()
    {
        var lines = Lines(logger => Parallel.For(0, 5_000, number => logger.Log(
            LogLevel.Information, new EventId(1, "Counted"), [new("Number", number)], null,
            (IReadOnlyList<KeyValuePair<string, object?>> _, Exception? _) => "")));
        lines.Select(line => line.GetProperty("number").GetInt32()).Order().ShouldBe(Enumerable.Range(0, 5_000));
    }

    [Fact]
    public void Log_AnOutputThatIsGone_IsNoReasonToStop()
    {
        using var lines = new BufferedLogWriter(new BrokenPipe(), new ManualClock());
        using var provider = new JsonLinesLoggerProvider(lines, new ManualClock());
        var logger = provider.CreateLogger("Source");
        Should.NotThrow(() => logger.Log(LogLevel.Information, default, s_state, null, (_, _) => "said"));
    }

    /// <summary>Covers <c>./run | less</c>, where the output is not read after the first page.</summary>
    [Fact]
    public void Log_AnOutputThatTakesNothing_DropsLinesCountsThemAndEnds()
    {
        using var output = new StuckPipe();
        using (var lines = new BufferedLogWriter(output, new ManualClock()))
        {
            var logger = new BufferedLogger("Source", lines, new ManualClock());
            for (var line = 0; line < 100_000; line++)
                logger.Log(LogLevel.Information, new EventId(1, "Counted"), s_state, null, (_, _) => "");
            output.Open();
            // The write that was blocked, and all lines queued behind it.
            output.WaitForWrite();
            output.WaitForWrite();
            logger.Log(LogLevel.Information, new EventId(1, "Last"), s_state, null, (_, _) => "");
        }
        var written = Encoding.UTF8.GetString(output.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => JsonDocument.Parse(line).RootElement).ToList();
        var dropped = written.Single(line => line.GetProperty("event").GetString() == "LogLinesDropped");
        written.Count(line => line.GetProperty("event").GetString() == "Counted")
            .ShouldBe(100_000 - dropped.GetProperty("count").GetInt32());
        written[^1].GetProperty("event").GetString().ShouldBe("Last");
    }

    [Fact]
    public void Dispose_AnOutputThatTakesNothing_Ends()
    {
        using var output = new StuckPipe();
        var lines = new BufferedLogWriter(output, new ManualClock());
        lines.AddLine("{}");
        Should.NotThrow(lines.Dispose);
        output.Open();
        output.WaitForWrite();
    }

    private static List<JsonElement> Lines(Action<ILogger> log)
    {
        using var output = new MemoryStream();
        using (var lines = new BufferedLogWriter(output, new ManualClock()))
            log(new BufferedLogger("Source", lines, new ManualClock()));
        return [.. Encoding.UTF8.GetString(output.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => JsonDocument.Parse(line).RootElement)];
    }

    private sealed class BrokenPipe : MemoryStream
    {
        public override void Write(ReadOnlySpan<byte> buffer) => throw new IOException("Broken pipe");
    }

    /// <summary>Pipe that blocks until it is opened.</summary>
    private sealed class StuckPipe : MemoryStream
    {
        private readonly ManualResetEventSlim _opened = new();
        private readonly SemaphoreSlim _writes = new(0);

        public void Open() => _opened.Set();

        public void WaitForWrite() => _writes.Wait(TestContext.Current.CancellationToken);

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            _opened.Wait();
            base.Write(buffer);
            _writes.Release();
        }

        protected override void Dispose(bool disposing)
        {
            _opened.Dispose();
            _writes.Dispose();
            base.Dispose(disposing);
        }
    }
}
