using MovieRec.Api;
using MovieRec.Lambda.Tests.Hosting;

namespace MovieRec.Lambda.Tests;

public sealed class LambdaHostTests
{
    public static TheoryData<FunctionName> Functions => [.. Enum.GetValues<FunctionName>()];

    [Theory]
    [MemberData(nameof(Functions))]
    public async Task Handler_OfAFunction_ComposesThatOne(FunctionName name)
    {
        var composed = new List<FunctionName>();
        await using var running = RunningFunction.Start(
            (function, _, _) =>
            {
                composed.Add(function);
                return ValueTask.FromResult(new ComposedFunction(new RespondingFunction()));
            },
            $"{name}Function");
        await running.Server.IdleAsync();
        composed.ShouldBe([name]);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Favourites")]
    [InlineData("favouritesfunction")]
    [InlineData("4Function")]
    [InlineData("MovieRec.Api.FavouritesFunction")]
    public async Task Handler_OfNoFunction_FailsInitWithTheListOfThem(string? handler)
    {
        await using var running = RunningFunction.Start(new RespondingFunction(), handler);
        var error = await running.Server.PostedAsync();
        error.Line.ShouldBe("POST /2018-06-01/runtime/init/error HTTP/1.1");
        error.ErrorType.ShouldBe("MovieRec.ConfigurationException");
        error.Json!["errorMessage"]!.GetValue<string>().ShouldBe(
            $"_HANDLER is '{handler}': set it to one of SigninFunction, SignupFunction, RefreshTokenFunction, UserPreferencesFunction, "
            + "FavouritesFunction, WatchlistFunction, MovieRecFunction, MediaCacheFunction.");
        (await running.Exit).ShouldBe(1);
        running.Server.Requests.ShouldBe(1);
    }

    [Fact]
    public async Task Composition_ThatFails_FailsInitWithItsReason()
    {
        await using var running = RunningFunction.Start((_, _, _) => throw new FormatException("USER_POOL_ID is missing: set it."));
        var error = await running.Server.PostedAsync();
        error.Line.ShouldContain("/init/error");
        error.ErrorType.ShouldBe("MovieRec.FormatException");
        error.Json!["errorMessage"]!.GetValue<string>().ShouldBe("USER_POOL_ID is missing: set it.");
        error.Json["stackTrace"]!.AsArray().ShouldNotBeEmpty();
        (await running.Exit).ShouldBe(1);
        running.Lines.ShouldHaveSingleItem()["event"]!.GetValue<string>().ShouldBe("StartFailed");
    }

    [Fact]
    public async Task SigTerm_WhileItComposes_EndsItCleanly()
    {
        var composing = new TaskCompletionSource();
        await using var running = RunningFunction.Start(async (_, _, cancellationToken) =>
        {
            composing.SetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
            throw new InvalidOperationException();
        });
        await composing.Task;
        (await running.TerminateAsync()).ShouldBe(0);
    }
}
