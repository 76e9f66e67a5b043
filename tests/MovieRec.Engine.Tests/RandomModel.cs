using MovieRec.Engine.Catalogues;
using MovieRec.Engine.Collaborative;
using MovieRec.Engine.Collaborative.Training;
using MovieRec.Engine.Titles;

namespace MovieRec.Engine.Tests;

/// <summary>Models trained on random lists.</summary>
internal static class RandomModel
{
    public static CollaborativeModel Make(Random random, Catalogue catalogue)
    {
        var keys = Enumerable.Range(0, catalogue.Count).Where(_ => random.Next(5) > 0).Select(row => catalogue[row].Key).ToList();
        keys.AddRange(Enumerable.Range(1, 10).Select(i => new TitleKey(MediaKind.Tv, 900_000 + i)));
        var users = random.Next(1, 300);
        var entries = new List<Interaction>();
        for (var user = 0; user < users; user++)
        {
            for (var i = random.Next(12); i >= 0; i--)
                entries.Add(new Interaction(user, random.Next(keys.Count), random.Next(1, 3) / 2f));
        }
        return Learn(keys, entries, users, new TrainingOptions { L2 = random.Next(1, 50), Cap = random.Next(2, 200) });
    }

    /// <summary>Trains a model on lists, each with the titles of one user.</summary>
    public static CollaborativeModel Train(params Title[][] lists)
    {
        var keys = lists.SelectMany(list => list).Select(title => title.Key).Distinct().ToList();
        return Learn(
            keys, [.. lists.SelectMany((list, user) => list.Select(title => new Interaction(user, keys.IndexOf(title.Key), 1)))],
            lists.Length, new TrainingOptions { L2 = 2 });
    }

    private static CollaborativeModel Learn(List<TitleKey> keys, List<Interaction> entries, int users, TrainingOptions options)
    {
        var interactions = Interactions.Build(entries, users, keys.Count);
        var bytes = ModelWriter.Write(keys, interactions, Trainer.Train(interactions, options, null, CancellationToken.None));
        ModelReader.TryRead(bytes, out var model, out var reason).ShouldBeTrue(reason);
        return model!;
    }
}
