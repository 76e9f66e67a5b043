using System.Text;
using System.Text.Json.Nodes;
using MovieRec.Api.Functions;
using MovieRec.TestKit;

namespace MovieRec.Lambda.Tests.Hosting;

/// <summary>Function from start to end over a real connection to a Runtime API.</summary>
internal sealed class RunningFunction : IAsyncDisposable
{
    private readonly CancellationTokenSource _terminated = new();
    private readonly MemoryStream _output = new();
    private readonly List<string?> _traces = [];

    private RunningFunction(string? handler, FunctionComposer compose) =>
        Exit = LambdaHost.RunAsync(
            new(Server.Address, handler), compose, _output, new ManualClock { Skipped = TimeSpan.FromSeconds(3) }, _traces.Add,
            _terminated.Token);

    public RuntimeApiServer Server { get; } = new();

    /// <summary>Exit code, once it has ended.</summary>
    public Task<int> Exit { get; }

    public IReadOnlyList<string?> Traces => _traces;

    /// <summary>Output so far; complete once it has ended.</summary>
    public string Output => Encoding.UTF8.GetString(_output.ToArray());

    public JsonNode[] Lines => [.. Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!)];

    /// <summary>Log lines of invocations.</summary>
    public JsonNode[] Invocations => [.. Lines.Where(line => line["_aws"] is not null)];

    public static RunningFunction Start(IFunction function, string? handler = "FavouritesFunction", ScheduledHandler? onSchedule = null) =>
        new(handler, (_, _, _) => ValueTask.FromResult(new ComposedFunction(function, onSchedule)));

    public static RunningFunction Start(FunctionComposer compose, string? handler = "FavouritesFunction") => new(handler, compose);

    public Task<PostedResponse> InvokeAsync(string json) => InvokeAsync(new GivenEvent(json));

    public Task<PostedResponse> InvokeAsync(GivenEvent given)
    {
        Server.Give(given);
        return Server.PostedAsync();
    }

    /// <summary>Sends SIGTERM and returns the exit code.</summary>
    public async Task<int> TerminateAsync()
    {
        await _terminated.CancelAsync();
        return await Exit;
    }

    public async ValueTask DisposeAsync()
    {
        await TerminateAsync();
        await Server.DisposeAsync();
        _terminated.Dispose();
        await _output.DisposeAsync();
    }
}
