using System.Text;
using System.Text.Json;
using System.Threading.Channels;
using MovieRec.LocalHost.Packaged.Processes;
using MovieRec.LocalHost.Packaged.RuntimeApi;
using MovieRec.TestKit;

namespace MovieRec.LocalHost.Tests.Packaged.Hosting;

/// <summary><c>fake-function.js</c> in the role of a function's process.</summary>
internal sealed class FakeFunction
{
    private readonly Channel<string> _lines = Channel.CreateUnbounded<string>();

    /// <summary>Clock for the process and its invocations.</summary>
    public ManualClock Clock { get; } = new();

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "Packaged", "Hosting");

    public FunctionProcessOptions Options => new()
    {
        Executable = "node",
        Arguments = [Path.Combine(Folder, "fake-function.js"), "argument"],
        Handler = "FavouritesFunction",
        TaskRoot = Folder,
        LibraryPath = "/layer/lib",
        Environment = new Dictionary<string, string>(StringComparer.Ordinal) { ["SETTING"] = "set" },
        Log = line => _lines.Writer.TryWrite(line),
        Clock = Clock,
    };

    public FunctionProcessOptions OptionsWith(string setting) =>
        Options with { Environment = new Dictionary<string, string>(StringComparer.Ordinal) { [setting] = "1" } };

    /// <summary>Waits until a process or an invocation has this timeout, and lets it pass.</summary>
    public async Task PassAsync(TimeSpan time) => Clock.Advance(await Clock.NextTimerAsync(due => due == time));

    public async Task<string> NextLineAsync() => await _lines.Reader.ReadAsync(TestContext.Current.CancellationToken);

    public static byte[] Event(object value) => JsonSerializer.SerializeToUtf8Bytes(value);

    public static string Text(InvocationResult result) => Encoding.UTF8.GetString(result.Payload.Span);

    public static JsonElement Json(InvocationResult result) => JsonElement.Parse(result.Payload.Span);
}
