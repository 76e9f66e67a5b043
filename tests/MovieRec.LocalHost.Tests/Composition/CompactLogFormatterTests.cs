using System.Text.Json;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using MovieRec.LocalHost.Composition;
using MovieRec.TestKit;

namespace MovieRec.LocalHost.Tests.Composition;

public sealed class CompactLogFormatterTests
{
    [Fact]
    public void Write_AMessage_IsOneJsonLineWithItsFields()
    {
        using var text = new StringWriter();
        var state = new List<KeyValuePair<string, object?>> { new("Status", 200), new("Milliseconds", 1.23456), new("Route", "/a\nb"), new("{OriginalFormat}", "x") };
        var entry = new LogEntry<IReadOnlyList<KeyValuePair<string, object?>>>(
            LogLevel.Warning, "Source", default, state, new InvalidOperationException("why"), (_, _) => "said");

        new CompactLogFormatter(new ManualClock()).Write(entry, null, text);

        var lines = text.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var line = JsonDocument.Parse(lines.ShouldHaveSingleItem()).RootElement;
        line.GetProperty("time").GetString().ShouldBe("2026-11-22T10:00:00.000Z");
        line.GetProperty("level").GetString().ShouldBe("Warning");
        line.GetProperty("status").GetInt32().ShouldBe(200);
        line.GetProperty("milliseconds").GetDouble().ShouldBe(1.235);
        line.GetProperty("route").GetString().ShouldBe("/a\nb");
        line.GetProperty("exception").GetString().ShouldNotBeNull().ShouldContain("why");
        line.TryGetProperty("{OriginalFormat}", out _).ShouldBeFalse();
    }
}
