using MovieRec.Engine.Catalogues;
using MovieRec.Engine.Collaborative;
using MovieRec.Engine.Collaborative.Training;

namespace MovieRec.Engine.Bench;

/// <summary>Made-up lists, with a few titles on many lists and most on few, and models trained on them.</summary>
internal static class SyntheticLists
{
    public static Interactions Make(int users, int items, int average, int seed)
    {
        var random = new Random(seed);
        var entries = new List<Interaction>(users * average);
        for (var user = 0; user < users; user++)
        {
            for (var i = random.Next(2 * average); i >= 0; i--)
                entries.Add(new Interaction(user, (int)(items * Math.Pow(random.NextDouble(), 3)), 1));
        }
        return Interactions.Build(entries, users, items);
    }

    /// <summary>Trains a model of at most the first ten thousand titles, the default cap.</summary>
    public static CollaborativeModel GetModel(Catalogue catalogue)
    {
        var interactions = Make(400, Math.Min(10_000, catalogue.Count), 60, seed: 5);
        var weights = Trainer.Train(interactions, new TrainingOptions(), null, CancellationToken.None);
        var bytes =
            ModelWriter.Write([.. Enumerable.Range(0, interactions.ItemCount).Select(row => catalogue[row].Key)], interactions, weights);
        return ModelReader.TryRead(bytes, out var model, out var reason) ? model : throw new InvalidDataException(reason);
    }
}
