using MovieRec.Cli.Catalogues;
using MovieRec.Engine.Catalogues;
using MovieRec.Engine.Collaborative;
using MovieRec.Engine.Collaborative.Training;
using MovieRec.Engine.Feedback;
using MovieRec.Engine.Recommending;
using MovieRec.Engine.Titles;

namespace MovieRec.Cli.Evaluating.Models;

/// <summary>The served recommender over a catalogue of the experiment's items.</summary>
/// <remarks>Every known title is a favourite, and every barred one is excluded.</remarks>
internal sealed class HybridModel(string name, Experiment experiment, Recommender recommender) : IModel
{
    public string Name => name;

    /// <summary>Builds the catalogue: facts from the items file, completed by titles matched by name and year.</summary>
    /// <remarks>The popularity of a title is its number of users in the training part.</remarks>
    public static Catalogue GetCatalogue(Experiment experiment, Dictionary<string, ItemFacts> items, CatalogueFolder folder)
    {
        var titles = new List<Title>(experiment.Items.Count);
        for (var item = 0; item < experiment.Items.Count; item++)
        {
            var facts = items.GetValueOrDefault(experiment.Items[item]);
            var known = facts is null ? null : folder.Find(facts.Title, facts.Year);
            titles.Add((known ?? new Title { Key = default, Name = facts?.Title ?? experiment.Items[item] }) with
            {
                Key = GetKey(item),
                ReleaseDate = facts?.Year?.ToString() ?? known?.ReleaseDate,
                GenreIds = facts is { GenreIds.Length: > 0 } ? facts.GenreIds : known?.GenreIds ?? [],
                Popularity = experiment.Train.GetUsers(item).Length,
            });
        }
        return Catalogue.Build(titles, "evaluation");
    }

    public static TitleKey GetKey(int item) => new(MediaKind.Movie, item + 1);

    public static CollaborativeModel GetModel(
        Experiment experiment, TrainingOptions options, IProgress<double> progress, CancellationToken cancellationToken)
    {
        var weights = Trainer.Train(experiment.Train, options, progress, cancellationToken);
        TitleKey[] keys = [.. Enumerable.Range(0, experiment.Items.Count).Select(GetKey)];
        return ModelReader.TryRead(ModelWriter.Write(keys, experiment.Train, weights), out var model, out var reason)
            ? model : throw new InvalidDataException($"The model that was just written cannot be read: {reason}.");
    }

    public int[] Rank(KnownTitles known, bool[] barred, int k)
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(known.Times.Length == 0 ? 0 : known.Times.Max());
        var taste = new UserTaste
        {
            Signals =
                [.. known.Items.Select(
                    (item, i) => new TasteSignal(GetKey(item), SignalKind.Favourite, DateTimeOffset.FromUnixTimeSeconds(known.Times[i])))],
        };
        var excluded = new HashSet<TitleKey>();
        for (var item = 0; item < experiment.Items.Count; item++)
        {
            if (barred[item])
                excluded.Add(GetKey(item));
        }
        var list =
            recommender.Recommend(taste, new RecommendationQuery { Limit = k, Excluded = excluded, Seed = known.Items.Length, Now = now });
        return [.. list.Items.Select(item => (int)item.Key.Id - 1)];
    }
}
