using MovieRec.Api.Http;
using MovieRec.Emulators.Processes;
using MovieRec.Infrastructure.Tests.Synthesis;
using MovieRec.LocalHost;
using MovieRec.TestKit;
using MovieRec.TestKit.Http;
using MovieRec.TestKit.Service;
using MovieRec.Infrastructure.Tests.Equivalence;

[assembly: AssemblyFixture(typeof(RunningHost))]

namespace MovieRec.Infrastructure.Tests.Equivalence;

/// <summary>Local host in this process, queried once for all comparisons.</summary>
public sealed class RunningHost : IAsyncLifetime
{
    internal Observed Observed { get; private set; } = null!;

    /// <summary>Behaviour of a host that allows only the first origin.</summary>
    internal Observed WithOneOrigin { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Observed = await AskAsync($"{Stacks.FirstOrigin},{Stacks.SecondOrigin}");
        WithOneOrigin = await AskAsync(Stacks.FirstOrigin);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static async Task<Observed> AskAsync(string origins)
    {
        using var data = new TemporaryFolder();
        var options = new LocalHostOptions
        {
            Port = LoopbackPort.Free(),
            Limits = TestLimits.Wide,
            DataFolder = data.Path,
            Cors = CorsPolicy.Parse(origins),
            Progress = TextWriter.Null,
            LogOutput = Stream.Null,
        };
        var app = await LocalHostApp.StartAsync(options, TestContext.Current.CancellationToken);
        await using (app)
        {
            using var client = await ApiClient.SignedInAsync(options.Address, options.Inbox, "casey@example.com");
            return await Observed.AskAsync(client, [Stacks.FirstOrigin, Stacks.SecondOrigin]);
        }
    }
}
