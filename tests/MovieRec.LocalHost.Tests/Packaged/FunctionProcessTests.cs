using MovieRec.LocalHost.Packaged.Processes;
using MovieRec.LocalHost.Packaged.RuntimeApi;
using MovieRec.LocalHost.Tests.Packaged.Hosting;

namespace MovieRec.LocalHost.Tests.Packaged;

public sealed class FunctionProcessTests
{
    private static readonly TimeSpan s_ample = TimeSpan.FromSeconds(60);

    private readonly FakeFunction _fake = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Invoke_OfAFunction_GivesItWhatLambdaGives()
    {
        await using var process = await StartAsync(_fake.Options);
        var seen = FakeFunction.Json(await InvokeAsync(process, new { @do = "describe" }));

        seen.GetProperty("pid").GetInt32().ShouldBe(process.Id);
        seen.GetProperty("folder").GetString().ShouldBe(_fake.Options.TaskRoot);
        seen.GetProperty("arguments")[0].GetString().ShouldBe("argument");
        var headers = seen.GetProperty("headers");
        Guid.TryParse(headers.GetProperty("lambda-runtime-aws-request-id").GetString(), out _).ShouldBeTrue();
        long.Parse(headers.GetProperty("lambda-runtime-deadline-ms").GetString()!)
            .ShouldBe((_fake.Clock.GetUtcNow() + s_ample).ToUnixTimeMilliseconds());
        headers.GetProperty("lambda-runtime-trace-id").GetString()!
            .ShouldMatch("^Root=1-[0-9a-f]{8}-[0-9a-f]{24};Parent=[0-9a-f]{16};Sampled=0$");
        headers.GetProperty("lambda-runtime-invoked-function-arn").GetString()
            .ShouldBe("arn:aws:lambda:eu-west-1:000000000000:function:FavouritesFunction");
        headers.GetProperty("content-type").GetString().ShouldBe("application/json");

        var environment = seen.GetProperty("environment").EnumerateObject().ToDictionary(one => one.Name, one => one.Value.GetString());
        environment["_HANDLER"].ShouldBe("FavouritesFunction");
        environment["SETTING"].ShouldBe("set");
        environment["AWS_REGION"].ShouldBe("eu-west-1");
        environment["LD_LIBRARY_PATH"]!.Split(':').ShouldContain("/layer/lib");
        environment.Keys.Except(["PWD", "SHLVL", "_"]).Order(StringComparer.Ordinal).ShouldBe(
        [
            "AWS_ACCESS_KEY_ID", "AWS_DEFAULT_REGION", "AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "AWS_LAMBDA_FUNCTION_NAME",
            "AWS_LAMBDA_FUNCTION_VERSION", "AWS_LAMBDA_INITIALIZATION_TYPE", "AWS_LAMBDA_LOG_GROUP_NAME", "AWS_LAMBDA_LOG_STREAM_NAME",
            "AWS_LAMBDA_RUNTIME_API", "AWS_REGION", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN", "LAMBDA_TASK_ROOT", "LANG",
            "LD_LIBRARY_PATH", "PATH", "SETTING", "TZ", "_HANDLER",
        ]);
    }

    [Fact]
    public async Task Invoke_ManyAtOnce_AreAnsweredOneByOneByOneProcess()
    {
        await using var process = await StartAsync(_fake.Options);
        var responses = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => InvokeAsync(process, new { @do = "describe" })));
        responses.Select(response => FakeFunction.Json(response).GetProperty("count").GetInt32()).Order().ShouldBe(Enumerable.Range(1, 20));
    }

    [Fact]
    public async Task RuntimeApi_CallsOutOfOrder_AreRefusedAndChangeNothing()
    {
        await using var process = await StartAsync(_fake.Options);
        var result = await InvokeAsync(process, new { @do = "statuses" });
        result.Outcome.ShouldBe(InvocationOutcome.Responded);
        // next without a response, another's response, too large a response, init error after the start, unknown calls.
        FakeFunction.Text(result).ShouldBe("[403,400,413,403,404,404]");
        // The response, and the same once more.
        (await _fake.NextLineAsync()).ShouldBe("202,400");
    }

    [Fact]
    public async Task Output_OfTheProcess_IsToldAsItIs()
    {
        await using var process = await StartAsync(_fake.Options);
        await InvokeAsync(process, new { @do = "print" });
        string[] lines = [await _fake.NextLineAsync(), await _fake.NextLineAsync(), await _fake.NextLineAsync()];
        lines.ShouldBe(["{\"line\":1}", "second line", "an error line"], ignoreOrder: true);
    }

    [Fact]
    public async Task Invoke_OfAFunctionThatFails_HasItsReportAndTheProcessGoesOn()
    {
        await using var process = await StartAsync(_fake.Options);
        var failed = await InvokeAsync(process, new { @do = "fail" });
        failed.Outcome.ShouldBe(InvocationOutcome.Failed);
        FakeFunction.Text(failed).ShouldContain("Fake.Error");
        (await InvokeAsync(process, new { @do = "describe" })).Outcome.ShouldBe(InvocationOutcome.Responded);
    }

    [Fact]
    public async Task Invoke_OfAProcessThatEnds_SaysSo()
    {
        await using var process = await StartAsync(_fake.Options);
        (await InvokeAsync(process, new { @do = "exit" })).Outcome.ShouldBe(InvocationOutcome.Exited);
        process.HasEnded.ShouldBeTrue();
        (await InvokeAsync(process, new { @do = "describe" })).Outcome.ShouldBe(InvocationOutcome.Exited);
    }

    [Fact]
    public async Task Invoke_OfAFunctionThatTakesTooLong_EndsItsProcess()
    {
        await using var process = await StartAsync(_fake.Options);
        var hanging = InvokeAsync(process, new { @do = "hang" });
        await _fake.PassAsync(s_ample);
        (await hanging).Outcome.ShouldBe(InvocationOutcome.TimedOut);
        process.HasEnded.ShouldBeTrue();
    }

    [Fact]
    public async Task Invoke_WhoseCallerLeaves_EndsTheProcess()
    {
        await using var process = await StartAsync(_fake.Options);
        using var caller = new CancellationTokenSource();
        var invoking = process.InvokeAsync(FakeFunction.Event(new { @do = "hang" }), s_ample, caller.Token);
        (await _fake.NextLineAsync()).ShouldBe("hanging");
        await caller.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => invoking);
        process.HasEnded.ShouldBeTrue();
    }

    [Theory]
    [InlineData("FAIL_START", InvocationOutcome.NotStarted)]
    [InlineData("EXIT_AT_START", InvocationOutcome.Exited)]
    public async Task Invoke_OfAProcessThatCannotStart_SaysWhy(string setting, object outcome)
    {
        await using var process = await StartAsync(_fake.OptionsWith(setting));
        var result = await InvokeAsync(process, new { });
        result.Outcome.ShouldBe((InvocationOutcome)outcome);
        FakeFunction.Text(result).Contains("Fake.Start", StringComparison.Ordinal).ShouldBe(result.Outcome == InvocationOutcome.NotStarted);
    }

    [Fact]
    public async Task Invoke_OfAProcessThatNeverAsksForAnEvent_EndsIt()
    {
        await using var process = await StartAsync(_fake.OptionsWith("HANG_AT_START"));
        var invoking = InvokeAsync(process, new { });
        await _fake.PassAsync(_fake.Options.InitTimeout);
        (await invoking).Outcome.ShouldBe(InvocationOutcome.NotStarted);
        process.HasEnded.ShouldBeTrue();
    }

    [Fact]
    public async Task Invoke_OfAnExecutableThatIsNotThere_SaysThatItEnded()
    {
        await using var process = await StartAsync(_fake.Options with { Executable = "/no/such/bootstrap" });
        (await InvokeAsync(process, new { })).Outcome.ShouldBe(InvocationOutcome.Exited);
    }

    private static Task<FunctionProcess> StartAsync(FunctionProcessOptions options) => FunctionProcess.StartAsync(options, Cancellation);

    private static Task<InvocationResult> InvokeAsync(FunctionProcess process, object payload) =>
        process.InvokeAsync(FakeFunction.Event(payload), s_ample, Cancellation);
}
