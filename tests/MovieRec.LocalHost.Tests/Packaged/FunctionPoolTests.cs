using System.Globalization;
using MovieRec.LocalHost.Packaged.Processes;
using MovieRec.LocalHost.Packaged.RuntimeApi;
using MovieRec.LocalHost.Tests.Packaged.Hosting;

namespace MovieRec.LocalHost.Tests.Packaged;

public sealed class FunctionPoolTests
{
    private static readonly TimeSpan s_ample = TimeSpan.FromSeconds(60);

    private readonly FakeFunction _fake = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Invoke_OneAfterTheOther_IsAnsweredByOneProcess()
    {
        await using var pool = new FunctionPool(_fake.Options, s_ample);
        var first = await ProcessIdAsync(pool);
        (await ProcessIdAsync(pool)).ShouldBe(first);
    }

    [Fact]
    public async Task Invoke_WhileAllAreBusy_StartsAnotherProcess()
    {
        await using var pool = new FunctionPool(_fake.Options, s_ample);
        using var caller = new CancellationTokenSource();
        var hanging = InvokeAsync(pool, new { @do = "hang" }, caller.Token);
        (await _fake.NextLineAsync()).ShouldBe("hanging");
        (await ProcessIdAsync(pool)).ShouldBePositive();
        hanging.IsCompleted.ShouldBeFalse();
        await caller.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => hanging);
    }

    [Fact]
    public async Task Invoke_BeyondTheMostProcesses_WaitsForOne()
    {
        await using var pool = new FunctionPool(_fake.Options, s_ample);
        using var callers = new CancellationTokenSource();
        var hanging = new List<Task>();
        for (var i = 0; i < FunctionPool.MaxProcesses; i++)
            hanging.Add(InvokeAsync(pool, new { @do = "hang" }, callers.Token));
        for (var i = 0; i < FunctionPool.MaxProcesses; i++)
            (await _fake.NextLineAsync()).ShouldBe("hanging");

        var waiting = ProcessIdAsync(pool);
        waiting.IsCompleted.ShouldBeFalse();
        await callers.CancelAsync();
        (await waiting).ShouldBePositive();
        await Should.ThrowAsync<OperationCanceledException>(() => Task.WhenAll(hanging));
    }

    [Theory]
    [InlineData("exit")]
    [InlineData("kill")]
    public async Task Invoke_AfterAProcessHasDied_StartsANewOne(string how)
    {
        await using var pool = new FunctionPool(_fake.Options, s_ample);
        var first = await ProcessIdAsync(pool);
        if (how == "exit")
        {
            (await InvokeAsync(pool, new { @do = "exit" }, Cancellation)).Outcome.ShouldBe(InvocationOutcome.Exited);
        }
        else
        {
            using var idle = System.Diagnostics.Process.GetProcessById(first);
            idle.Kill();
            await idle.WaitForExitAsync(Cancellation);
            // An invocation that comes as the process dies gets no response; the next one does.
            await InvokeAsync(pool, new { @do = "describe" }, Cancellation);
        }

        (await ProcessIdAsync(pool)).ShouldNotBe(first);
    }

    [Fact]
    public async Task Invoke_OfAFunctionThatTakesTooLong_StartsANewProcessForTheNext()
    {
        await using var pool = new FunctionPool(_fake.Options, s_ample);
        for (var i = 0; i < 2; i++)
        {
            var hanging = InvokeAsync(pool, new { @do = "hang" }, Cancellation);
            (await _fake.NextLineAsync()).ShouldBe("hanging", "the new process was given the event");
            await _fake.PassAsync(s_ample);
            (await hanging).Outcome.ShouldBe(InvocationOutcome.TimedOut);
        }
    }

    [Fact]
    public async Task Invoke_OfAFunctionThatCannotStart_TriesANewProcessEachTime()
    {
        await using var pool = new FunctionPool(_fake.OptionsWith("FAIL_START"), s_ample);
        for (var i = 0; i < 2; i++)
            (await InvokeAsync(pool, new { }, Cancellation)).Outcome.ShouldBe(InvocationOutcome.NotStarted);
    }

    [Fact]
    public async Task Dispose_WithAnInvocationUnderWay_EndsIt()
    {
        var pool = new FunctionPool(_fake.Options, s_ample);
        var hanging = InvokeAsync(pool, new { @do = "hang" }, Cancellation);
        (await _fake.NextLineAsync()).ShouldBe("hanging");
        await pool.DisposeAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => hanging);
    }

    private static Task<InvocationResult> InvokeAsync(FunctionPool pool, object payload, CancellationToken cancellationToken) =>
        pool.InvokeAsync(FakeFunction.Event(payload), cancellationToken);

    private static async Task<int> ProcessIdAsync(FunctionPool pool) => int.Parse(
        FakeFunction.Json(await InvokeAsync(pool, new { @do = "describe" }, Cancellation)).GetProperty("pid").GetRawText(),
        CultureInfo.InvariantCulture);
}
