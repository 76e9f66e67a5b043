using MovieRec.Api.Outcomes;
using MovieRec.Cli.Evaluating;
using MovieRec.Cli.Ratings;
using MovieRec.Engine.Collaborative;
using MovieRec.Engine.Collaborative.Training;
using MovieRec.Engine.Titles;

namespace MovieRec.Cli.Learning;

/// <summary>Trains a model on a ratings file; items without a title in the catalogue are left out.</summary>
internal static class FileLearner
{
    /// <exception cref="ConfigurationException">No item has a title in the catalogue.</exception>
    public static byte[] Learn(
        RatingsTable table, Func<string, TitleKey?> keyOf, TrainingOptions options, IProgress<double> progress,
        CancellationToken cancellationToken)
    {
        var keys = new List<TitleKey>();
        var numbers = new Dictionary<TitleKey, int>();
        var items = new int[table.Items.Count];
        for (var item = 0; item < items.Length; item++)
        {
            items[item] = -1;
            if (keyOf(table.Items[item]) is not { } key)
                continue;
            if (numbers.TryAdd(key, keys.Count))
                keys.Add(key);
            items[item] = numbers[key];
        }
        if (keys.Count == 0)
            throw new ConfigurationException("No item of the ratings is in the catalogue: use --links FILE to map items to titles.");
        var ratings = table.Ratings.Where(rating => items[rating.Item] >= 0).Select(rating => rating with { Item = items[rating.Item] });
        var interactions = Experiment.Matrix(ratings, table.Users.Count, keys.Count);
        return ModelWriter.Write(keys, interactions, Trainer.Train(interactions, options, progress, cancellationToken));
    }
}
