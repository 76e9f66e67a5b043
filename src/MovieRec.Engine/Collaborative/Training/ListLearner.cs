using MovieRec.Engine.Feedback;
using MovieRec.Engine.Titles;

namespace MovieRec.Engine.Collaborative.Training;

/// <summary>Title on a user's list.</summary>
/// <param name="UserId">User who has the list.</param>
/// <param name="Key">The title.</param>
/// <param name="Kind">Kind of list.</param>
/// <param name="AddedAt">Time of adding; recent entries weigh more.</param>
public sealed record ListedTitle(string UserId, TitleKey Key, SignalKind Kind, DateTimeOffset AddedAt);

/// <summary>Training of a model on the lists of the service's users.</summary>
public static class ListLearner
{
    /// <summary>Minimum number of users with at least two titles.</summary>
    /// <remarks>With fewer there is nothing to learn, and one user's lists could be deduced from another user's recommendations.</remarks>
    public const int FewestUsers = 10;

    private const double HalfLifeDays = 3 * 365;
    private const double OldestWeight = 0.5;

    /// <summary>Trains a model on the lists and returns its bytes; null if there are too few users.</summary>
    /// <remarks>The same lists at the same time give the same bytes.</remarks>
    /// <param name="listed">All entries of all lists, in any order.</param>
    /// <param name="now">Current time, from which ages are computed.</param>
    /// <param name="options">Training parameters.</param>
    /// <param name="progress">Receives the completed share, 0 to 1.</param>
    /// <param name="cancellationToken">Cancels the training.</param>
    public static byte[]? Learn(
        IReadOnlyList<ListedTitle> listed, DateTimeOffset now, TrainingOptions options, IProgress<double>? progress,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(listed);
        string[] users =
            [.. listed.CountBy(entry => entry.UserId).Where(user => user.Value > 1).Select(user => user.Key).Order(StringComparer.Ordinal)];
        if (users.Length < FewestUsers)
            return null;
        TitleKey[] keys = [.. listed.Select(entry => entry.Key).Distinct().OrderBy(key => key.Kind).ThenBy(key => key.Id)];
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var user in users)
            numbers[user] = numbers.Count;
        var items = new Dictionary<TitleKey, int>();
        foreach (var key in keys)
            items[key] = items.Count;
        var entries = new List<Interaction>(listed.Count);
        foreach (var entry in listed)
        {
            if (numbers.TryGetValue(entry.UserId, out var user))
                entries.Add(new Interaction(user, items[entry.Key], GetWeight(entry, now)));
        }
        var interactions = Interactions.Build(entries, users.Length, keys.Length);
        return ModelWriter.Write(keys, interactions, Trainer.Train(interactions, options, progress, cancellationToken));
    }

    private static float GetWeight(ListedTitle entry, DateTimeOffset now)
    {
        var age = Math.Max(0, (now - entry.AddedAt).TotalDays);
        return (float)(
            Math.Max(OldestWeight, Math.Pow(0.5, age / HalfLifeDays)) * (
                entry.Kind == SignalKind.Favourite ? FeedbackWeights.Favourite : FeedbackWeights.Watchlist));
    }
}
