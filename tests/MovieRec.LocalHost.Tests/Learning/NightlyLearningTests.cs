using Microsoft.Extensions.DependencyInjection;
using MovieRec.Api.Catalogues;
using MovieRec.Api.MediaLists;
using MovieRec.Engine.Collaborative.Training;
using MovieRec.Engine.Feedback;
using MovieRec.Engine.Titles;
using MovieRec.LocalHost.Standalone;
using MovieRec.LocalHost.Tests.Hosting;
using MovieRec.Sqlite.Database;
using MovieRec.Sqlite.MediaLists;

namespace MovieRec.LocalHost.Tests.Learning;

/// <summary>Training of a model while the host is idle, if enough is new; an invalid model does not stop it.</summary>
public sealed class NightlyLearningTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Look_IdleWithEnoughNew_LearnsAndServesTheNewModel()
    {
        await using var host = await InProcessHost.StartAsync();
        var (learning, catalogue) =
            (host.Services.GetRequiredService<ModelTrainingService>(), host.Services.GetRequiredService<CatalogueCache>());
        var loaded = await catalogue.CurrentAsync(Token);
        loaded.ModelVersion.ShouldBe("content-1");
        await FillListsAsync(host, loaded);

        (await learning.LookAsync(Token)).ShouldBeFalse("the last request was a moment ago");
        host.Clock.Advance(TimeSpan.FromMinutes(11));
        (await learning.LookAsync(Token)).ShouldBeTrue();
        (await catalogue.CurrentAsync(Token)).ModelVersion.ShouldStartWith("ease-1-");
        (await catalogue.CurrentAsync(Token)).Catalogue.ShouldBeSameAs(loaded.Catalogue);
        host.Clock.Advance(TimeSpan.FromDays(1));
        (await learning.LookAsync(Token)).ShouldBeFalse("nothing has been added since");
    }

    /// <summary>Guards against a bug: a model of a dozen users' lists replaced an operator's model of many users' ratings.</summary>
    [Fact]
    public async Task Look_WithAModelOfManyMorePeople_LeavesItInForce()
    {
        await using var host = await InProcessHost.StartAsync();
        var (learning, catalogue) =
            (host.Services.GetRequiredService<ModelTrainingService>(), host.Services.GetRequiredService<CatalogueCache>());
        var loaded = await catalogue.CurrentAsync(Token);
        await FillListsAsync(host, loaded);
        var elsewhere = Enumerable.Range(0, 300).Select(i =>
            new ListedTitle(
                $"reader{i / 3}", loaded.Catalogue[loaded.Catalogue.ByPopularity[(i / 3 % 7) + (i % 3)]].Key, SignalKind.Favourite,
                host.Clock.GetUtcNow()));
        var brought = ListLearner.Learn([.. elsewhere], host.Clock.GetUtcNow(), new TrainingOptions(), null, Token)!;
        var models = host.Services.GetRequiredService<IModelStore>();
        await models.WriteAsync(brought, Token);

        host.Clock.Advance(TimeSpan.FromMinutes(11));
        (await learning.LookAsync(Token)).ShouldBeFalse();
        (await models.ReadAsync(Token))!.Value.ToArray().ShouldBe(brought);
    }

    [Fact]
    public async Task Model_BrokenOrTakenAway_LeavesTheServiceToItsContent()
    {
        await using var host = await InProcessHost.StartAsync();
        var (models, catalogue) = (host.Services.GetRequiredService<IModelStore>(), host.Services.GetRequiredService<CatalogueCache>());
        await models.WriteAsync("no model at all"u8.ToArray(), Token);
        catalogue.Expire();
        (await catalogue.CurrentAsync(Token)).ModelVersion.ShouldBe("content-1");
    }

    private static async Task FillListsAsync(InProcessHost host, LoadedCatalogue loaded)
    {
        var favourites = SqliteMediaListStore.Favourites(host.Services.GetRequiredService<MovieRecDatabase>());
        for (var user = 0; user < 12; user++)
        {
            for (var i = 0; i < 3; i++)
            {
                var title = loaded.Catalogue[loaded.Catalogue.ByPopularity[(user % 4) + i]];
                await favourites.AddAsync($"user{user}", GetEntry(title, host.Clock.GetUtcNow()), Token);
            }
        }
    }

    private static MediaListEntry GetEntry(Title title, DateTimeOffset now) => new() { Key = title.Key, Title = title.Name, AddedAt = now };
}
