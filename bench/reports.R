# What R says of the same numbers and how long it takes: a line each of key, milliseconds, values. For bench/reports.ts.
args <- commandArgs(TRUE)
folder <- args[1]
rounds <- as.integer(args[2])

say <- function(key, work, needs = character()) {
  if (!all(vapply(needs, requireNamespace, TRUE, quietly = TRUE))) return(invisible())
  best <- Inf
  for (i in seq_len(rounds)) {
    took <- system.time(values <- work())[["elapsed"]]
    best <- min(best, took)
  }
  cat(key, sprintf("%.3f", 1000 * best), sprintf("%.17g", values), sep = "\t")
  cat("\n")
}

followed <- file.path(folder, "followed.csv")
if (file.exists(followed)) {
  suppressMessages(library(survival))
  d <- read.csv(followed)
  say("kaplan-meier", function() {
    k <- survfit(Surv(time, event) ~ 1, d, conf.type = "log-log")
    c(length(k$time), tail(k$surv, 1), tail(k$lower, 1))
  })
  say("log-rank", function() survdiff(Surv(time, event) ~ module, d)$chisq)
  say("log-rank-within", function() survdiff(Surv(time, event) ~ module + strata(presentation), d)$chisq)
}

d <- read.csv(file.path(folder, "people.csv"))
say("welch", function() {
  t <- t.test(d$y[d$group == 1], d$y[d$group == 0])
  c(t$estimate[[1]] - t$estimate[[2]], t$parameter, t$p.value)
})
say("quartiles", function() quantile(d$y, c(0.25, 0.5, 0.75)))
say("ancova-hc2", function() {
  m <- lm(y ~ group + score + age, d)
  c(coef(m)[["group"]], sqrt(sandwich::vcovHC(m, type = "HC2")["group", "group"]))
}, "sandwich")

few <- read.csv(file.path(folder, "few.csv"))
say("ancova-cr2", function() {
  m <- lm(y ~ group + score + age, few)
  found <- clubSandwich::coef_test(m, vcov = "CR2", cluster = few$mentor, coefs = "group")
  c(found$beta, found$SE, found$df_Satt)
}, "clubSandwich")
