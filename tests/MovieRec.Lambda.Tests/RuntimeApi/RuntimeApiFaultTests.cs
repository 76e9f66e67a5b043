using MovieRec.Api.Http;
using MovieRec.Lambda.RuntimeApi;
using MovieRec.Lambda.Tests.Hosting;
using MovieRec.TestKit;

namespace MovieRec.Lambda.Tests.RuntimeApi;

public sealed class RuntimeApiFaultTests
{
    [Fact]
    public async Task RuntimeApi_RestartingWhileAsked_IsAskedAgain()
    {
        await using var running = RunningFunction.Start(new RespondingFunction());
        running.Server.Fault(0, 503, 0, 502);
        await running.InvokeAsync(ProxyEvents.Get());
        running.Server.Fault(0, 0);
        (await running.InvokeAsync(ProxyEvents.Get())).Line.ShouldContain("/response");
        (await running.TerminateAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task RuntimeApi_NeverBack_EndsTheProcessAfterBoundedTries()
    {
        await using var running = RunningFunction.Start(new RespondingFunction());
        await running.Server.IdleAsync();
        running.Server.Fault([202, .. Enumerable.Repeat(503, RetryingSender.MaxTries)]);
        running.Server.Give(new GivenEvent(ProxyEvents.Get()));
        (await running.Exit).ShouldBe(1);
        running.Lines[^1]["level"]!.GetValue<string>().ShouldBe("Critical");
    }

    [Fact]
    public async Task RuntimeApi_NotThere_EndsTheProcess()
    {
        var server = new RuntimeApiServer();
        var address = server.Address;
        await server.DisposeAsync();
        (await RunAsync(address)).ShouldBe(1);
    }

    [Theory]
    [InlineData(500)] // documented: the container is beyond recovery, exit promptly
    [InlineData(403)]
    [InlineData(404)]
    public async Task Next_RefusedForGood_EndsTheProcessAtOnce(int status)
    {
        await using var running = RunningFunction.Start(new RespondingFunction());
        await running.Server.IdleAsync();
        running.Server.Fault(202, status);
        running.Server.Give(new GivenEvent(ProxyEvents.Get()));
        (await running.Exit).ShouldBe(1);
        running.Server.Requests.ShouldBe(3);
        running.Output.ShouldContain($"responded with {status} to next");
    }

    [Theory]
    [InlineData(400)]
    [InlineData(403)]
    [InlineData(413)]
    public async Task Answer_NotTaken_IsReportedAsAnErrorAndTheLoopGoesOn(int status)
    {
        await using var running = RunningFunction.Start(new RespondingFunction());
        await running.Server.IdleAsync();
        running.Server.Fault(status);
        (await running.InvokeAsync(ProxyEvents.Get())).Line.ShouldContain("/error");
        (await running.InvokeAsync(ProxyEvents.Get())).Line.ShouldContain("/response");
    }

    [Fact]
    public async Task Answer_ToABrokenConnection_IsSentAgain()
    {
        await using var running = RunningFunction.Start(new RespondingFunction());
        await running.Server.IdleAsync();
        running.Server.Fault(0);
        (await running.InvokeAsync(ProxyEvents.Get())).Line.ShouldContain("/response");
    }

    [Fact]
    public async Task Event_WithoutRequestId_EndsTheProcess()
    {
        await using var running = RunningFunction.Start(new RespondingFunction());
        running.Server.Give(new GivenEvent(ProxyEvents.Get()) { RequestId = null });
        (await running.Exit).ShouldBe(1);
        running.Output.ShouldContain("Lambda-Runtime-Aws-Request-Id");
    }

    [Fact]
    public async Task Event_LargerThanTheBuffer_IsReadWhole()
    {
        var function = new RespondingFunction();
        await using var running = RunningFunction.Start(function);
        await running.InvokeAsync(ProxyEvents.Get(proxied => proxied["body"] = new string('x', 300_000)));
        function.Request.Body.Length.ShouldBe(300_000);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("no address")]
    public async Task RuntimeApi_NotNamed_StopsTheStartUpWithWhatToSet(string? address)
    {
        using var output = new MemoryStream();
        (await RunAsync(address, output)).ShouldBe(1);
        System.Text.Encoding.UTF8.GetString(output.ToArray()).ShouldContain("set it to host and port of the Lambda Runtime API");
    }

    private static async Task<int> RunAsync(string? address, MemoryStream? output = null)
    {
        using var ignored = new MemoryStream();
        return await LambdaHost.RunAsync(
            new LambdaEnvironment(address, "FavouritesFunction"),
            (_, _, _) => ValueTask.FromResult(new ComposedFunction(new RespondingFunction(Responses.Message("done")))),
            output ?? ignored, new ManualClock { Skipped = TimeSpan.FromSeconds(3) }, _ => { }, TestContext.Current.CancellationToken);
    }
}
