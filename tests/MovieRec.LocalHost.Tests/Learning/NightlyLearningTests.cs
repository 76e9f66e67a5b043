using Microsoft.Extensions.DependencyInjection;
using MovieRec.Api.Learning;
using MovieRec.Api.Media;
using MovieRec.Engine.Titles;
using MovieRec.LocalHost.Learning;
using MovieRec.LocalHost.Tests.Hosting;
using MovieRec.Sqlite.Database;
using MovieRec.Sqlite.MediaLists;
using MovieRec.Api.MediaLists;

namespace MovieRec.LocalHost.Tests.Learning;

/// <summary>The host learns by itself, when nobody asks and enough is new; a model that is none does not stop it.</summary>
public sealed class NightlyLearningTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Look_IdleWithEnoughNew_LearnsAndServesTheNewModel()
    {
        await using var host = await InProcessHost.StartAsync();
        var (learning, catalogue) = (host.Services.GetRequiredService<NightlyLearning>(), host.Services.GetRequiredService<CatalogueCache>());
        var loaded = await catalogue.CurrentAsync(Token);
        loaded.ModelVersion.ShouldBe("content-1");
        await FillListsAsync(host, loaded);

        (await learning.LookAsync(Token)).ShouldBeFalse("somebody was there a moment ago");
        host.Clock.Advance(TimeSpan.FromMinutes(11));
        (await learning.LookAsync(Token)).ShouldBeTrue();
        (await catalogue.CurrentAsync(Token)).ModelVersion.ShouldStartWith("ease-1-");
        (await catalogue.CurrentAsync(Token)).Catalogue.ShouldBeSameAs(loaded.Catalogue);
        host.Clock.Advance(TimeSpan.FromDays(1));
        (await learning.LookAsync(Token)).ShouldBeFalse("nothing has been added since");
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
                await favourites.AddAsync($"user{user}", EntryOf(title, host.Clock.GetUtcNow()), Token);
            }
        }
    }

    private static MediaListEntry EntryOf(Title title, DateTimeOffset now) => new() { Key = title.Key, Title = title.Name, AddedAt = now };
}
